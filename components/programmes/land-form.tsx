"use client";

import { LandingFields } from "@/components/programmes/landing-fields";
import { MoveFrame, type MoveFormProps } from "@/components/programmes/move-frame";
import type { LandFormValues } from "@/lib/programmes/forms";

/** The form of a landing. What is not known on its day stays empty. */
export function LandForm(props: MoveFormProps & { today: string }) {
  const { currencies } = props;
  const noPay = { minor: null, currency: currencies[0] };
  const { payRange, ...accepted } = props.accepted ?? {};
  const values: LandFormValues = {
    id: props.programme.id,
    kind: "employed",
    employer: "",
    title: "",
    acceptedOn: props.today,
    startsOn: "",
    channel: "",
    source: "",
    lastPay: noPay,
    satisfaction: "",
    comment: "",
    ...accepted,
    pay: props.accepted?.pay ?? (payRange ? { minor: null, currency: payRange.currency } : noPay),
  };
  return (
    <MoveFrame
      {...props}
      schema={() => import("@/lib/programmes/forms").then((module) => module.LandForm)}
      values={values}
      action={async (organisation, typed) => {
        const { landInput } = await import("@/lib/programmes/forms");
        return props.actions.land(organisation, landInput(typed));
      }}
    >
      <LandingFields currencies={currencies} {...(payRange ? { payRange } : {})} />
    </MoveFrame>
  );
}
