import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { undoAction } from "../../../undo-action";
import { close, open, renew, save } from "./actions";
import { LinkCard } from "@/components/booking/link-card";
import { LinkForm } from "@/components/booking/link-form";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, scopesOf } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { bookingLinkOf } from "@/lib/scheduling/guests/link-query";

export async function generateMetadata() {
  return { title: (await getTranslations("booking-page"))("title") };
}

/** The page on which people without an account book with a consultant: what it offers and by which address, for whose it is; others end it. */
async function BookingLinkPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("booking-page");
  const { link, mine, all, writes } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "availability:read")) notFound();
    return {
      link: await ask(bookingLinkOf, { personId }),
      mine: actor.personId === personId,
      all: scopesOf(actor, "availability:read").has("all"),
      writes: may(actor, "availability:write"),
    };
  });
  const { name, isOn, version, mode, slug, welcome, typeIds, types, address } = link;
  const availability = `/${organisation}/availability`;
  return (
    <>
      <PageHead
        title={mine ? t("title") : <span translate="no">{t("titleOf", { name })}</span>}
        lede={t(mine ? "lede" : "ledeOther")}
        crumbs={[
          { label: t("calendar"), href: `/${organisation}/sessions` },
          ...(all ? [{ label: t("availability"), href: availability }] : []),
          { label: all ? name : t("availability"), href: `${availability}/${personId}` },
          { label: t("title") },
        ]}
      />
      <RecordColumns
        facts={
          <LinkCard
            {...{ organisation, personId, isOn, mode, address }}
            known={writes && version > 0}
            actions={{ renew, close, open, undo: undoAction }}
          />
        }
      >
        {!mine || !writes ? (
          <Card pad>
            <p className="text-muted-foreground">{t("theirs")}</p>
            {types.some(({ id }) => typeIds.includes(id)) ? (
              <ul className="mt-3 list-disc ps-5">
                {types
                  .filter(({ id }) => typeIds.includes(id))
                  .map((type) => (
                    <li key={type.id} translate="no">
                      {type.name}
                    </li>
                  ))}
              </ul>
            ) : null}
          </Card>
        ) : types.length === 0 ? (
          <Card>
            <Empty icon="calendar-x" title={t("noTypes.title")}>
              {t("noTypes.text")}
            </Empty>
          </Card>
        ) : (
          <LinkForm
            {...{ organisation, isOn, types, save }}
            values={{ personId, expectedVersion: version, mode, slug, typeIds, welcome }}
            before={`${env.LANDFALL_URL}/book/${organisation}/`}
          />
        )}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/availability/[person]/booking/page", BookingLinkPage);
