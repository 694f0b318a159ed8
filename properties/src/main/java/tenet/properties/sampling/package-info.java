/** Exact instances of a statement: drawn, constructed to satisfy its hypotheses, and verified. */
package tenet.properties.sampling;
