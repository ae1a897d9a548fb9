import { ListLoading } from "@/components/states/loading";

export default function NotificationsLoading() {
  return <ListLoading />;
}
