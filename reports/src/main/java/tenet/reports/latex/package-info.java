/** A report as a LaTeX article, with a fragment for each claim. */
package tenet.reports.latex;
