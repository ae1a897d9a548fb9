import { ListLoading } from "@/components/states/loading";

export default function Loading() {
  return <ListLoading />;
}
