/** A report as a folder of HTML pages that opens from disk. */
package tenet.reports.html;
