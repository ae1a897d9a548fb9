import { sessionLook } from "@/components/scheduling/session-look";
import { Icon } from "@/components/ui/icon";

/** Before the name of a session to which nobody came. What is read aloud says so in words. */
export const MissedIcon = () => (
  <Icon name={sessionLook.no_show.icon} size="small" className="me-1 inline align-[-0.15em] text-warning" />
);
