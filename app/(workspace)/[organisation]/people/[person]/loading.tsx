import { RecordLoading } from "@/components/states/loading";

export default function PersonLoading() {
  return <RecordLoading />;
}
