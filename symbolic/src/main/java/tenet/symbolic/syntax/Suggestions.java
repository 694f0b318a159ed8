package tenet.symbolic.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that was probably meant. */
final class Suggestions {
    private Suggestions() {
    }

    /** A sentence naming the closest known word, when one is close enough. */
    static Optional<String> didYouMean(String word, Collection<String> known) {
        return closest(word, known).map(match -> "did you mean '" + match + "'?");
    }

    static Optional<String> closest(String word, Collection<String> known) {
        if (word.length() > 80) return Optional.empty();
        for (String candidate : known) if (candidate.equalsIgnoreCase(word) && !candidate.equals(word)) return Optional.of(candidate);
        int limit = Math.max(1, word.length() / 3);
        return known.stream().filter(candidate -> !candidate.equals(word) && Math.abs(candidate.length() - word.length()) <= limit)
                .filter(candidate -> distance(word, candidate) <= limit && distance(word, candidate) < word.length())
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++)
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        return cost[a.length()][b.length()];
    }
}
