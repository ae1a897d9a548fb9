import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { strengthLook } from "@/components/job-search/stage-look";
import { LinkButton } from "@/components/ui/link-button";
import type { WorkspaceProps } from "@/lib/entry/page";
import { contactList } from "@/lib/job-search/lists";
import { SearchList } from "../../search-list";

/** Everybody whom the person knows. */
async function ContactsPage(page: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await page.params;
  const t = await getTranslations("job-search");
  const strengths = ["1", "2", "3"].map((strength) => [
    strength,
    { label: t(`strengths.${strength}`), ...strengthLook[strength]! },
  ]);
  return (
    <SearchList
      {...{ page, definition: contactList, name: "contacts", icon: "users-round", empty: "contacts" }}
      views={{ promised: "f.promised=yes", target: "f.target=yes" }}
      columns={{ name: { width: "28%" }, strength: { states: Object.fromEntries(strengths) } }}
      actions={
        <>
          <LinkButton href={`/${organisation}/job-search/${person}/new/contact`} icon="user-plus">
            {t("add.contact")}
          </LinkButton>
          <LinkButton href={`/${organisation}/imports/new`} icon="upload">
            {t("importContacts")}
          </LinkButton>
        </>
      }
    />
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/contacts/page", ContactsPage);
