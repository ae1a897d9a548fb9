import { useTranslations } from "next-intl";
import { signInAsDemo } from "./actions";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";
import { Rows } from "@/components/ui/rows";
import type { DemoDesk, DemoOrganisation } from "@/lib/people/demo";

/** Known roles with their icon, the ones that people look for first; others follow. */
const icons: Record<string, IconName> = {
  consultant: "sun",
  executive: "compass",
  administrator: "sliders-horizontal",
  recruiter: "file-text",
  sponsor: "building-2",
  training_officer: "graduation-cap",
  foreman: "hard-hat",
  hr_manager: "users",
  sales_manager: "handshake",
};

const order = Object.keys(icons);
const place = ({ roleKey }: DemoDesk) => (order.indexOf(roleKey) + order.length + 1) % (order.length + 1);

/** One click per role of the demo organisations. */
export function DemoDesks({ organisations }: { organisations: DemoOrganisation[] }) {
  const t = useTranslations("identity.demo");
  const [first, ...others] = organisations;
  if (!first) return null;
  return (
    <section
      aria-labelledby="demo"
      className="-ms-12 border-s border-border-strong ps-14 max-[1080px]:m-0 max-[1080px]:border-0 max-[1080px]:p-0 phone:order-first"
    >
      <h2 id="demo" className="font-title text-xl">
        {t("title")}
      </h2>
      <p className="mt-1.5 mb-[18px] max-w-[56ch] text-muted-foreground phone:mb-3.5">
        {t("lede", { organisation: first.name })}
      </p>
      <Desks desks={first.desks} />
      {others
        .filter(({ desks }) => desks.length > 0)
        .map(({ slug, name, desks }) => (
          <div key={slug}>
            <h3 className="mt-6 mb-2 text-sm font-semibold">{t("other", { organisation: name })}</h3>
            <Desks desks={desks} />
          </div>
        ))}
    </section>
  );
}

function Desks({ desks }: { desks: DemoDesk[] }) {
  const t = useTranslations("identity.demo");
  return (
    <Card>
      <Rows>
        {[...desks]
          .sort((a, b) => place(a) - place(b))
          .map((desk) => (
            <li key={desk.roleKey}>
              <form action={signInAsDemo}>
                <input type="hidden" name="personId" value={desk.personId} />
                <button
                  type="submit"
                  className="grid min-h-[54px] w-full grid-cols-[20px_minmax(0,1.15fr)_minmax(0,1fr)_16px] items-center gap-3.5 px-4 py-1.5 text-start hover:bg-accent phone:min-h-[60px] phone:grid-cols-[20px_minmax(0,1fr)_16px]"
                >
                  <Icon name={icons[desk.roleKey] ?? "user-round"} className="text-primary" />
                  <span>
                    <b className="block">{desk.roleName}</b>
                    <span className="block text-sm text-muted-foreground">
                      <bdi>{desk.name}</bdi>
                    </span>
                  </span>
                  <span className="text-sm text-muted-foreground phone:hidden">
                    {t.has(`desks.${desk.roleKey}`) ? t(`desks.${desk.roleKey}`) : null}
                  </span>
                  <Icon name="arrow-right" size="small" className="text-muted-foreground rtl:-scale-x-100" />
                </button>
              </form>
            </li>
          ))}
      </Rows>
    </Card>
  );
}
