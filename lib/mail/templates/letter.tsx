import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { ReactNode } from "react";
import type { Brand } from "@/lib/mail/branding";

export interface LetterProps {
  language: string;
  brand: Brand;
  /** What a mail client shows beside the subject. */
  preview: string;
  greeting: string;
  title: string;
  action: { label: string; href: string };
  /** Leads in the address of the action, for who cannot press the button. */
  fallback: string;
  reason: string;
  stop: string;
  stopLink: { label: string; href: string } | null;
  children: ReactNode;
}

/*
 * The one layout of all mail. Colours are plain and written twice: inline for light paper, and in a style block for clients
 * that say they are dark. Neither pure white nor pure black is used, so that clients that invert by themselves stay readable.
 */
const paper = "#f8f5f0";
const sheet = "#fdfcfa";
const ink = "#282420";
const quiet = "#625b53";
const line = "#ddd8d0";
const sans = '"Source Sans 3", "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const serif = '"Source Serif 4", "Iowan Old Style", Georgia, serif';

const darkStyles = ({ colours }: Brand) => `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { background-color: ${paper}; }
  @media (prefers-color-scheme: dark) {
    .paper { background-color: #171513 !important; }
    .sheet { background-color: #211f1c !important; border-color: #3a3733 !important; }
    .ink, .ink p, .ink h1, .ink strong { color: #ece9e3 !important; }
    .quiet, .quiet p, .quiet a { color: #b3ada4 !important; }
    .line { border-color: #3a3733 !important; }
    .action { background-color: ${colours.solidDark} !important; color: ${colours.onSolidDark} !important; }
    .quiet .link { color: ${colours.solidDark} !important; }
  }
  @media (max-width: 480px) {
    .sheet { padding: 24px 20px !important; }
    .action { display: block !important; text-align: center !important; }
  }`;

/** The sheet of all mail: the organisation above it, what is to be known of the mail below. */
export function LetterFrame({
  language,
  brand,
  preview,
  title,
  children,
  below,
}: Pick<LetterProps, "language" | "brand" | "preview" | "title" | "children"> & {
  /** Small print under the sheet. */
  below: ReactNode;
}) {
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: darkStyles(brand) }} />
      </Head>
      <Body className="paper" style={{ margin: 0 }}>
        <Preview>{preview}</Preview>
        <Section className="paper" style={{ padding: "24px 12px", backgroundColor: paper, fontFamily: sans }}>
          <Container style={{ maxWidth: "560px", margin: "0 auto" }}>
            <Section style={{ padding: "0 4px 16px" }}>
              {brand.logoUrl ? (
                <Img src={brand.logoUrl} alt={brand.name} height="32" style={{ height: "32px", width: "auto" }} />
              ) : (
                <Text
                  className="ink"
                  style={{ margin: 0, color: ink, fontFamily: serif, fontSize: "19px", lineHeight: "26px" }}
                >
                  <strong style={{ fontWeight: 600 }}>{brand.name}</strong>
                </Text>
              )}
            </Section>
            <Section
              className="sheet ink"
              style={{
                backgroundColor: sheet,
                border: `1px solid ${line}`,
                borderRadius: "8px",
                padding: "32px 36px",
                color: ink,
              }}
            >
              {children}
            </Section>
            <Section className="quiet" style={{ padding: "16px 4px 0" }}>
              <Hr className="line" style={{ display: "none", borderColor: line }} />
              {below}
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

/** Small print of a mail. */
export function SmallPrint({ children, last = false }: { children: ReactNode; last?: boolean }) {
  return (
    <Text style={{ margin: last ? 0 : "0 0 6px", color: quiet, fontSize: "13px", lineHeight: "19px" }}>{children}</Text>
  );
}

/** Organisation, title, what it is about, one action, why it came and how to stop it. */
export function Letter(props: LetterProps) {
  const { brand, action } = props;
  return (
    <LetterFrame
      {...props}
      below={
        <>
          <SmallPrint>{props.reason}</SmallPrint>
          <SmallPrint last>
            {props.stop}{" "}
            {props.stopLink ? (
              <Link href={props.stopLink.href} style={{ color: quiet, textDecoration: "underline" }}>
                {props.stopLink.label}
              </Link>
            ) : null}
          </SmallPrint>
        </>
      }
    >
      <Heading
        as="h1"
        style={{ margin: "0 0 16px", fontFamily: serif, fontSize: "24px", lineHeight: "31px", fontWeight: 500 }}
      >
        {props.title}
      </Heading>
      <Paragraph>{props.greeting}</Paragraph>
      {props.children}
      <Section style={{ padding: "12px 0 8px" }}>
        <Button
          href={action.href}
          className="action"
          style={{
            display: "inline-block",
            padding: "13px 22px",
            borderRadius: "5px",
            backgroundColor: brand.colours.solid,
            color: brand.colours.onSolid,
            fontSize: "16px",
            lineHeight: "20px",
            fontWeight: 600,
            textDecoration: "none",
          }}
        >
          {action.label}
        </Button>
      </Section>
      <div className="quiet" data-skip-in-text="true">
        <Text style={{ margin: "12px 0 0", color: quiet, fontSize: "13px", lineHeight: "19px" }}>
          {props.fallback}
          <br />
          <Link href={action.href} className="link" style={{ color: brand.colours.solid, wordBreak: "break-all" }}>
            {action.href}
          </Link>
        </Text>
      </div>
    </LetterFrame>
  );
}

/** A paragraph of a mail's body. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ margin: "0 0 14px", color: ink, fontSize: "16px", lineHeight: "24px" }}>
      {children}
    </Text>
  );
}

/** What somebody wrote, set apart from our own words. */
export function Quote({ children }: { children: string }) {
  return (
    <Section className="line" style={{ borderLeft: `3px solid ${line}`, padding: "0 0 0 16px", margin: "0 0 14px" }}>
      {children.split(/\n{2,}/).map((paragraph, index) => (
        <Paragraph key={index}>{paragraph}</Paragraph>
      ))}
    </Section>
  );
}
