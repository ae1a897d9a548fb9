import { ListLoading } from "@/components/states/loading";

export default function PeopleLoading() {
  return <ListLoading />;
}
