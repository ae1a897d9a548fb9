import type { ReactNode } from "react";

/** One column with a title in the large serif, a line of context and what it is about. */
export function Narrow({ title, lede, children }: { title: ReactNode; lede?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-[424px] flex-1 px-10 pt-[6vh] pb-10 phone:max-w-none phone:px-4 phone:pt-3 phone:pb-6">
      <PageTitle title={title} lede={lede} />
      {children}
    </main>
  );
}

export function PageTitle({ title, lede }: { title: ReactNode; lede?: ReactNode }) {
  return (
    <>
      <h1 className="font-serif text-3xl font-normal tracking-[-0.018em] phone:text-[1.875rem] phone:leading-9">
        {title}
      </h1>
      {lede ? <p className="mt-1 mb-6 text-md text-muted-foreground">{lede}</p> : null}
    </>
  );
}
