/** The migrated, empty database of which every test gets a clone. */
export const templateDatabase = "landfall_template";
