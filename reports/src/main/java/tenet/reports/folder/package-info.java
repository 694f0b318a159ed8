/** A whole report on disk. */
package tenet.reports.folder;
