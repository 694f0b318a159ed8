package tenet.symbolic.coq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;

/**
 * A derivation as a Coq file that needs nothing else: the prelude, the named lemmas as hypotheses, the cited theorems
 * with their own derivations, and the claim with a lemma for each step. Coq 8.16 with Coquelicot reads it.
 */
public final class CoqDerivation {
    private static final String PRELUDE = resource("prelude.v") + resource("tactics.v");

    private final Map<String, Statement> lemmas;
    private final Function<String, Optional<Source>> theorems;
    private final CoqNames names = new CoqNames(PRELUDE);
    private final Map<String, CoqClaim> claims = new LinkedHashMap<>();
    private final Map<String, CoqLemma> used = new LinkedHashMap<>();

    /** A claim with its certificate. */
    public record Source(Statement statement, Certificate certificate) {
    }

    private CoqDerivation(Map<String, Statement> lemmas, Function<String, Optional<Source>> theorems) {
        this.lemmas = lemmas;
        this.theorems = theorems;
    }

    /**
     * The text of the file.
     *
     * @param lemmas   the statements of named lemmas, by id
     * @param theorems the theorems that may be cited, by id, with their certificates
     * @throws NotExportable when something in the claim, or in a step, has no translation
     */
    public static String file(Source claim, Map<String, Statement> lemmas, Function<String, Optional<Source>> theorems) throws NotExportable {
        return new CoqDerivation(lemmas, theorems).text(claim);
    }

    private String text(Source source) throws NotExportable {
        CoqClaim claim = add(source, true);
        StringBuilder text = new StringBuilder();
        text.append("(* ").append(source.statement().id()).append(": a derivation that the Tenet kernel accepted, for Coq 8.16 with Coquelicot.\n\n");
        text.append("   Taken as given, and stated below as hypotheses: ").append(used.isEmpty() ? "nothing but what the claim itself assumes"
                : String.join(", ", new TreeSet<>(used.keySet()))).append(".\n");
        text.append("""
                   Quantified over, besides what the claim declares: Nmax, any bound of all sizes (a matrix is the function of its
                   entries, zero outside its shape); an open interval of time around the start; for smooth functions, a gradient
                   that obeys the chain rule along every differentiable curve. *)
                """);
        text.append(PRELUDE).append("\n");
        text.append("(* ==== time: the motion is differentiable on an open interval around its start ==== *)\n");
        text.append("Variables t_begin t_start t_end : R.\nHypothesis start_inside : t_begin < t_start < t_end.\n");
        text.append("Definition time (t : R) : Prop := t_begin < t < t_end.\n");
        text.append("Variable psd_power : Z -> mat -> R -> mat.\nHypothesis psd_power_shape : forall n M a, shape n n M -> shape n n (psd_power n M a).\n\n");
        text.append(resource("motion.v")).append("\n");
        for (CoqLemma lemma : used.values()) text.append("(* Named lemma ").append(lemma.statement.id()).append(" *)\n").append(lemma.text()).append("\n");
        text.append("Set Default Proof Using \"All\".\n\n");
        for (CoqClaim each : claims.values()) text.append(each.text());
        text.append("End Tenet.\n\nAbout ").append(claim.theoremName()).append(".\nPrint Assumptions ").append(claim.theoremName()).append(".\n");
        return text.toString();
    }

    private CoqClaim add(Source source, boolean main) throws NotExportable {
        String id = source.statement().id();
        boolean timed = CoqClaim.speaksOfMotion(source.statement(), source.certificate());
        Map<String, CoqClaim> cited = new HashMap<>();
        for (Certificate.Step step : source.certificate().steps()) {
            String label = step.label().orElse("");
            if (step.rule().equals("theorem")) {
                Source other = theorems.apply(label).orElseThrow(() -> NotExportable.at(id, OptionalInt.of(step.number()), "the theorem " + label + " has no certificate"));
                CoqClaim claim = claims.containsKey(label) ? claims.get(label) : add(other, false);
                cited.put(label, claim);
                timed |= claim.timed;
            }
            if (step.rule().equals("lemma")) {
                Statement lemma = Optional.ofNullable(lemmas.get(label))
                        .orElseThrow(() -> NotExportable.at(id, OptionalInt.of(step.number()), "there is no lemma " + label));
                if (!used.containsKey(label)) used.put(label, new CoqLemma(lemma, names));
                timed |= used.get(label).timed;
            }
        }
        timed |= source.statement().signature().declarations().stream().anyMatch(d -> d instanceof Declaration.Variable v && v.motion() == Declaration.Motion.MOVING);
        CoqClaim claim = new CoqClaim(source.statement(), source.certificate(), timed, names, main ? "" : CoqNames.word(id) + "_", cited, used);
        claims.put(id, claim);
        return claim;
    }

    private static String resource(String name) {
        try (InputStream stream = CoqDerivation.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("the resource " + name + " is missing");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
