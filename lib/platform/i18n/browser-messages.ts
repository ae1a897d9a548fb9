import type { Messages } from "./messages";
import needed from "./page-messages.json";

/** A file of `app` whose components say messages in the browser, by its path without its ending; `frame` is what stands around all pages. */
export type MessagePlace = keyof typeof needed;

/** Of all messages those that a place needs in the browser. Everything else is said on the server, and is not sent. */
export function messagesFor(place: MessagePlace, messages: Messages): Messages {
  return partOf(messages, needed[place]);
}

/** The part of all messages that these entries name (namespaces, or parts of one), under the same names; what is not there is left out. */
export function partOf(messages: Messages, entries: readonly string[]): Messages {
  const sent: Messages = {};
  for (const entry of entries) {
    const [namespace = "", part] = entry.split(".");
    const whole = messages[namespace];
    if (!whole) continue;
    if (part === undefined) sent[namespace] = whole;
    else if (part in whole) sent[namespace] = { ...sent[namespace], [part]: whole[part] };
  }
  return sent;
}
