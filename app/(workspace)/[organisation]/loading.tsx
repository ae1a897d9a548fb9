import { ListLoading } from "@/components/states/loading";

export default function WorkspaceLoading() {
  return <ListLoading />;
}
