/** Variants of a statement that ought to be false, and what becomes of each when it is attacked and searched for a proof. */
package tenet.properties.mutation;
