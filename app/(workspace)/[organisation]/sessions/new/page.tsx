import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { civilDate } from "@/lib/platform/civil-dates";
import { bookableProgrammes } from "@/lib/scheduling/bookable-query";

export async function generateMetadata() {
  return { title: (await getTranslations("calendar.new"))("title") };
}

/** Begins a booking at a time that was pressed in the calendar: for whom and what. The times themselves stand on the programme's page. */
export default async function NewSessionPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const asked = await searchParams;
  const word = (key: string) => (typeof asked[key] === "string" ? asked[key] : "");
  const t = await getTranslations("calendar.new");
  const format = await getFormatter();
  const { programmes, types, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "sessions:write")) notFound();
    return { ...(await ask(bookableProgrammes, {})), timeZone: actor.timeZone };
  });
  const given = new Date(word("at"));
  const at = Number.isNaN(given.getTime()) ? null : given;
  const [only] = programmes;
  const chosen = programmes.find(({ id }) => id === word("programme")) ?? (only?.own ? only : undefined);
  const type = types.find(({ id }) => id === word("type"));
  if (chosen && (type || chosen.own)) {
    const query = new URLSearchParams({
      ...(type ? { type: type.id } : {}),
      ...(at ? { from: civilDate(at, timeZone), ...(type ? { at: at.toISOString() } : {}) } : {}),
    });
    redirect(`/${organisation}/programmes/${chosen.id}/sessions/book?${query.toString()}`);
  }
  const moment = at
    ? format.dateTime(at, {
        ...{ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" },
        ...{ timeZone, timeZoneName: "short" },
      })
    : null;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={moment ? t("lede", { at: moment }) : t("ledeOpen")}
        crumbs={[
          { label: (await getTranslations("calendar"))("title"), href: `/${organisation}/sessions` },
          { label: t("title") },
        ]}
      />
      <Card pad={programmes.length > 0} className="max-w-2xl">
        {programmes.length === 0 ? (
          <Empty icon="users-round" title={t("nobody.title")}>
            {t("nobody.text")}
          </Empty>
        ) : (
          <form className="grid gap-4">
            {at ? <input type="hidden" name="at" value={at.toISOString()} /> : null}
            <Field label={t("who")}>
              <NativeSelect aria-label={t("who")} name="programme" defaultValue={chosen?.id ?? ""} required>
                <option value="" disabled>
                  {t("choose")}
                </option>
                {programmes.map(({ id, name }) => (
                  <option key={id} value={id} translate="no">
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <Field label={t("what")}>
              <NativeSelect aria-label={t("what")} name="type" defaultValue={type?.id ?? ""} required>
                <option value="" disabled>
                  {t("choose")}
                </option>
                {types.map(({ id, name }) => (
                  <option key={id} value={id} translate="no">
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <div>
              <Button type="submit" variant="primary">
                {t("go")}
              </Button>
            </div>
          </form>
        )}
      </Card>
    </>
  );
}
