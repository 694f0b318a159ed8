package tenet.symbolic.syntax;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;

/** How operators, Greek letters and names are spelled in texts. */
final class Spelling {
    private static final Map<String, Operator> OPERATORS = operators();
    private static final Map<String, BigOperator> BIG = Map.of("sum", BigOperator.SUM, "prod", BigOperator.PRODUCT,
            "chain", BigOperator.CHAIN, "outer", BigOperator.OUTER);
    private static final Map<Integer, String> LETTERS = letters();

    private Spelling() {
    }

    /** The operator that is called by this word: {@code norm}, {@code tr}. */
    static Optional<Operator> operator(String word) {
        return Optional.ofNullable(OPERATORS.get(word));
    }

    static Optional<BigOperator> bigOperator(String word) {
        return Optional.ofNullable(BIG.get(word));
    }

    /** The word of an operator that is written as a call; empty for {@code + - * / ^}, transpose and entry. */
    static Optional<String> word(Operator operator) {
        return OPERATORS.entrySet().stream().filter(entry -> entry.getValue() == operator).map(Map.Entry::getKey).findFirst();
    }

    static String word(BigOperator operator) {
        return switch (operator) {
            case SUM -> "sum";
            case PRODUCT -> "prod";
            case CHAIN -> "chain";
            case OUTER -> "outer";
        };
    }

    /** The words that cannot be declared because they name built-in functions. */
    static Set<String> reserved() {
        Set<String> words = new LinkedHashSet<>(OPERATORS.keySet());
        words.addAll(BIG.keySet());
        words.add("contract");
        return words;
    }

    /** The ASCII form of a name: {@code σ_r} is {@code sigma_r}. */
    static String ascii(String name) {
        if (name.equals("∑")) return "sum";
        if (name.equals("∏")) return "prod";
        if (name.chars().allMatch(c -> c < 128)) return name;
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(point -> ascii.append(LETTERS.getOrDefault(point, Character.toString(point))));
        return ascii.toString();
    }

    private static Map<String, Operator> operators() {
        Map<String, Operator> words = new LinkedHashMap<>();
        words.put("norm", Operator.NORM);
        words.put("inner", Operator.INNER);
        words.put("trace", Operator.TRACE);
        words.put("tr", Operator.TRACE);
        words.put("det", Operator.DETERMINANT);
        words.put("adj", Operator.ADJUGATE);
        words.put("inv", Operator.INVERSE);
        words.put("abs", Operator.ABSOLUTE);
        words.put("sqrt", Operator.SQUARE_ROOT);
        words.put("exp", Operator.EXPONENTIAL);
        words.put("log", Operator.LOGARITHM);
        words.put("min", Operator.MINIMUM);
        words.put("max", Operator.MAXIMUM);
        words.put("identity", Operator.IDENTITY);
        words.put("zero", Operator.ZERO);
        words.put("nuclear", Operator.NUCLEAR_NORM);
        words.put("spectral", Operator.SPECTRAL_NORM);
        words.put("schatten", Operator.SCHATTEN);
        words.put("sv", Operator.SINGULAR_VALUE);
        words.put("erank", Operator.EFFECTIVE_RANK);
        words.put("dist_rank", Operator.RANK_DISTANCE);
        words.put("rank", Operator.RANK);
        return words;
    }

    private static Map<Integer, String> letters() {
        Map<Integer, String> letters = new LinkedHashMap<>();
        String[] names = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
            "nu", "xi", "omicron", "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"};
        for (int i = 0; i < names.length; i++) {
            letters.put('α' + i, names[i]);
            if ('Α' + i != 0x3A2) letters.put('Α' + i, Character.toUpperCase(names[i].charAt(0)) + names[i].substring(1));
        }
        letters.put((int) 'µ', "mu");
        letters.put((int) 'ϵ', "epsilon");
        letters.put((int) 'ϕ', "phi");
        letters.put((int) 'ϑ', "theta");
        letters.put((int) 'ϱ', "rho");
        letters.put((int) 'ϖ', "pi");
        letters.put((int) 'ϰ', "kappa");
        return letters;
    }
}
