/** Counterexamples that outlive a run: read from text, stored beside the user's file, judged again. */
package tenet.properties.replay;
