package tenet.symbolic.coq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of Coq: a declared name that means something else there, or in the prelude, gets an underscore. */
final class CoqNames {
    private static final Pattern DEFINED = Pattern.compile("\\b(?:Definition|Fixpoint|Lemma|Ltac|Variable)\\s+([A-Za-z_0-9]+)");
    private static final List<String> WORDS = List.of("as", "at", "cofix", "else", "end", "exists", "fix", "for", "forall", "fun", "if", "in",
            "let", "match", "mod", "return", "then", "using", "where", "with", "Prop", "Set", "Type", "SProp", "R", "Z", "nat", "S", "O", "I",
            "t", "u", "eq", "sqrt", "exp", "ln", "Rabs", "Rmin", "Rmax", "IZR", "Derive", "is_derive", "time", "t_begin", "t_start", "t_end",
            "start_inside", "psd_power", "and", "or", "not", "True", "False", "ident", "up", "Rpower", "powerRZ");

    private final Set<String> taken = new HashSet<>(WORDS);

    CoqNames(String prelude) {
        Matcher matcher = DEFINED.matcher(prelude);
        while (matcher.find()) taken.add(matcher.group(1));
    }

    /** A name as it is declared, or with an underscore. Bound names made by renaming stay apart from declared ones. */
    String of(String name) {
        String plain = name.replace("#", "k_").replace("@", "k_");
        return taken.contains(plain) ? plain + "_" : plain;
    }

    /** The id of a claim as one word. */
    static String word(String id) {
        return id.replaceAll("[^A-Za-z0-9]+", "_");
    }
}
