/** Experiments: measurements along the one motion whose start a claim gives. */
package tenet.properties.experiment;
