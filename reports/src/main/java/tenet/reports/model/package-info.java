/** What a report says of a run, before it takes a form: every form renders these records. */
package tenet.reports.model;
