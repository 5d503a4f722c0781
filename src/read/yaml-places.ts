import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Place } from "../model/place.ts";

/** A way into YAML data: keys and indexes. */
export type YamlPath = readonly PropertyKey[];

/** Where the values and keys of a YAML document were written. */
export interface YamlPlaces {
  /** Where a value stands; of an empty or missing one, its key or the nearest thing around it. */
  value(path: YamlPath): Place;
  /** Where a key stands. */
  key(path: YamlPath): Place;
  /** A value as messages name it: quoted text, "list", "keys and values", "empty value"; undefined when missing. */
  describe(path: YamlPath): string | undefined;
  /** All values' places by dotted path. */
  all(): Record<string, Place>;
}

/** The places of a document whose top is a map; `at` makes a place of two offsets in the YAML. */
export function yamlPlaces(root: YAMLMap, at: (start: number, end: number) => Place): YamlPlaces {
  const placeOf = (node: unknown): Place | undefined =>
    isNode(node) && node.range ? at(node.range[0], node.range[1]) : undefined;

  function pair(path: YamlPath): Pair | undefined {
    const parent = path.length > 1 ? root.getIn(path.slice(0, -1), true) : root;
    return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  }

  function value(path: YamlPath): Place {
    if (path.length === 0) return at(0, 0);
    const node = root.getIn(path, true);
    return (isEmpty(node) ? undefined : placeOf(node)) ?? key(path);
  }

  function key(path: YamlPath): Place {
    return placeOf(pair(path)?.key) ?? value(path.slice(0, -1));
  }

  function describe(path: YamlPath): string | undefined {
    const node = root.getIn(path, true);
    if (node === undefined) return undefined;
    if (isScalar(node)) return node.value === "" || node.value === null ? "empty value" : `"${String(node.value)}"`;
    return isMap(node) ? "keys and values" : "list";
  }

  function all(): Record<string, Place> {
    const places: Record<string, Place> = {};
    const visit = (node: unknown, path: readonly PropertyKey[]) => {
      if (path.length > 0) places[path.join(".")] = value(path);
      if (isMap(node))
        for (const item of node.items) visit(item.value, [...path, isScalar(item.key) ? String(item.key.value) : ""]);
      if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    };
    visit(root, []);
    return places;
  }

  return { value, key, describe, all };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && (node as Node).range?.[0] === (node as Node).range?.[1];
}
