/** Checked derivations as Coq files, for a second opinion. Nothing in it is trusted: Coq judges what it writes. */
package tenet.symbolic.coq;
