"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A mail as a mail client shows it, in a frame where no script runs and no form is sent; links open in a new tab. The frame
 * is of this origin only so that its height can be measured.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(560);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const fit = () => {
      const body = element.contentDocument?.body;
      if (body?.childElementCount) setHeight(Math.min(4000, Math.ceil(body.getBoundingClientRect().bottom) + 8));
    };
    fit();
    element.addEventListener("load", fit);
    window.addEventListener("resize", fit);
    return () => {
      element.removeEventListener("load", fit);
      window.removeEventListener("resize", fit);
    };
  }, [html]);
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={html}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-same-origin"
      referrerPolicy="no-referrer"
      className="block w-full border-0 bg-sheet"
      style={{ height }}
    />
  );
}
