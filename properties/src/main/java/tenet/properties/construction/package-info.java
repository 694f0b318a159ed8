/**
 * Instances that satisfy hypotheses by construction. Each kind of hypothesis has a
 * {@link tenet.properties.construction.HypothesisConstructor}; to add one, write the class and name it in
 * {@link tenet.properties.construction.Constructors}.
 */
package tenet.properties.construction;
