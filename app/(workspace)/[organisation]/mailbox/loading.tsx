import { ListLoading } from "@/components/states/loading";

export default function MailboxLoading() {
  return <ListLoading />;
}
