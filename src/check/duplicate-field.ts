import type { Rule } from "./rule.ts";

/** Every box of the header asks for something else. */
export const duplicateField: Rule = {
  id: "duplicate-field",
  severity: "warning",
  settings: ["fields"],
  why: "Two boxes with one label leave a student to guess what the second is for.",
  bad: "---\ntitle: Quiz\nfields: [name, group, name]\n---\n\n## Entropy\n\nWhat is it?\n",
  good: "---\ntitle: Quiz\nfields: [name, Name of your partner]\n---\n\n## Entropy\n\nWhat is it?\n",
  check({ settings, settingPlaces }) {
    return settings.fields.flatMap((field, index) => {
      const place = settingPlaces[`fields.${index}`];
      if (settings.fields.indexOf(field) === index) return [];
      return [
        {
          message: `Unexpected second "${field}" in fields`,
          hint: 'Delete it, or give it a label of your own: "Name of your partner".',
          ...(place && { place }),
        },
      ];
    });
  },
};
