import { getMessages } from "next-intl/server";
import type { ComponentType, ReactNode } from "react";
import { MoreMessages } from "./more-messages";
import { messagesFor, type MessagePlace } from "@/lib/platform/i18n/browser-messages";

/**
 * A page, or a layout, that brings the messages which its components say in the browser; those of the frame around all pages are there already.
 * @param place the file's path in `app`, without its ending: what a page needs stands under it in `page-messages.json`
 */
export function withMessages<Props extends object>(
  place: MessagePlace,
  Page: (props: Props) => ReactNode | Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  const Shown = Page as ComponentType<Props>;
  return async function PageWithMessages(props) {
    return (
      <MoreMessages messages={messagesFor(place, await getMessages())}>
        <Shown {...props} />
      </MoreMessages>
    );
  };
}
