/** The number systems that terms are evaluated over, each an {@link tenet.numeric.algebra.Algebra}. */
package tenet.numeric.algebra;
