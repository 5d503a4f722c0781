import type { Template } from "./language.ts";

/** The template with each `{name}` replaced by its value. Throws when a place has none: a mistake in the program, not in the exam. */
export function fill(template: Template, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined)
      throw new Error(`Unexpected place ${place} in “${template}”, expected one of ${Object.keys(values).join(", ")}`);
    return value;
  });
}
