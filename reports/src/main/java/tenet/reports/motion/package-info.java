/** Motions of claims' flows, for illustration. */
package tenet.reports.motion;
