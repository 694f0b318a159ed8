/**
 * Looks for proofs that polynomial inequalities follow from others over the reals, as identities with products of
 * hypotheses and squares (Positivstellensatz). Untrusted: {@link tenet.symbolic.search.positivity.Refutation} hands out
 * a {@link tenet.symbolic.search.positivity.Certificate} that anyone can expand and compare with 0.
 */
package tenet.symbolic.search.positivity;
