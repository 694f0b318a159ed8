/** The attack on a statement: sample, evaluate with three values, shrink, report. */
package tenet.properties.falsification;
