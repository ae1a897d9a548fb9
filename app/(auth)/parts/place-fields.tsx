"use client";

import { useEffect, useState } from "react";

/** Where the browser says it is: the organisation's first time zone and language. Empty without JavaScript. */
export function PlaceFields() {
  const [place, setPlace] = useState({ timeZone: "", locale: "" });
  useEffect(() => {
    setPlace({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: navigator.language });
  }, []);
  return (
    <>
      <input type="hidden" name="timeZone" value={place.timeZone} />
      <input type="hidden" name="locale" value={place.locale} />
    </>
  );
}
