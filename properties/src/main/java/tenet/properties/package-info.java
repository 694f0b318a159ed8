/**
 * The attack: samplers for every sort and hypothesis, the falsifier, shrinking, mutants, JUnit integration; jqwik behind one
 * package, {@code tenet.properties.jqwik}.
 */
package tenet.properties;
