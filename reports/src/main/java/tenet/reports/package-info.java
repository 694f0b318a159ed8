/**
 * What people read: terminal, LaTeX, HTML, JSON, JUnit XML and SARIF reports; the command line.
 */
package tenet.reports;
