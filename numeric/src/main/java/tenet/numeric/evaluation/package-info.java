/** The values of terms and the three-valued truth of formulas on an {@link tenet.numeric.evaluation.Instance}. */
package tenet.numeric.evaluation;
