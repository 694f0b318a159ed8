/** Templates that escape what they print: as HTML, or as LaTeX. */
package tenet.reports.template;
