/**
 * What a claim is and what counts as a proof.
 */
package tenet.symbolic;
