import fc from "fast-check";

/**
 * The same cases of a property in every run, so that a failure is the fault of the change it is seen with. Other cases are
 * looked for with `PROPERTY_SEED=random`, or any whole number, and by `npm run fuzz`.
 */
const { PROPERTY_SEED = "1" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
