/** Reports that continuous integration shows: JUnit XML and SARIF. */
package tenet.reports.ci;
