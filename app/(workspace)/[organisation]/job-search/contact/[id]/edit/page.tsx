import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { ContactForm } from "@/components/job-search/contact-form";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { Card } from "@/components/ui/card";
import type { WorkspaceProps } from "@/lib/entry/page";
import { editTheContact } from "../../../actions";
import { contactOfPage } from "../contact-of-page";

/** Changing a contact. */
async function EditContactPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { contact, search } = await contactOfPage(organisation, id);
  if (!search.writes) notFound();
  const t = await getTranslations("job-search");
  const { name, companyName, role, relation, email, phone, notes, private: hidden } = contact;
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t("editOf", { name })}
        crumbs={await searchCrumbs(organisation, search, contact.personId, name, "contacts")}
      />
      <Card pad>
        <ContactForm
          organisation={organisation}
          personId={contact.personId}
          existing={{ id, version: contact.version }}
          values={{
            ...{ name, companyName, role, relation, email, phone, notes, private: hidden },
            strength: String(contact.strength) as "1" | "2" | "3",
          }}
          act={editTheContact}
        />
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/contact/[id]/edit/page", EditContactPage);
