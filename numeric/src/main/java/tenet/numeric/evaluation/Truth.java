package tenet.numeric.evaluation;

/** What can be said of a formula on an instance. Over rationals and intervals the first two are certain. */
public enum Truth { HOLDS, VIOLATED, UNKNOWN }
