const item = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/**
 * Settings of a fresh profile: no macros and nothing active in a document, no picture or text fetched from elsewhere (a resume is a
 * stranger's file), no look for updates.
 */
export const safeProfile = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  item("Common/Security/Scripting", "MacroSecurityLevel", "3"),
  item("Common/Security/Scripting", "DisableMacrosExecution", "true"),
  item("Common/Security/Scripting", "DisableActiveContent", "true"),
  item("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
  item("Writer/Content/Update", "Link", "0"),
  item("Writer/Content/Update", "Field", "false"),
  item("Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
  "</oor:items>",
].join("\n");
