package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.IndexFacts;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Rules that use what was shown elsewhere. Trusted. */
final class ImportRules {
    private ImportRules() {
    }

    /**
     * Meaning: an instance of a named lemma (label), taken as given and listed with the theorem, or of a theorem that
     * the kernel has checked. Arguments give terms for the parameters and variables that the imported statement declares
     * and this one does not (or does alike, but here it is to be something else), for a family a term in its indices, {@code a[n] := ...}; premises are its hypotheses, in
     * order; further premises show bounds of parameters. Side conditions: terms have the declared sorts and bounds, a
     * family's for all indices of its range, and the imported statement speaks of no member beyond that range; a hypothesis about every time needs a premise that holds at
     * every time, one about the start a premise about the start; what both statements declare is declared alike, flows
     * included, once the arguments stand for what they name; but a function left arbitrary there may be a defined polynomial, constant in time, here; and what both
     * declare mentions nothing that an argument changes.
     *
     * <p>A term for a parameter or fixed variable may move only if the imported statement speaks of it at one time: not
     * in a derivative, in a hypothesis about every time, or of the start. A term for a moving variable is differentiable;
     * it need only be continuous where a lemma does not mention the variable's derivative (such a lemma is to be read as
     * one about continuous motions). Failure: any of these, or another conclusion.
     */
    record Import(String name, boolean lemma) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            String label = setting.step.label().orElseThrow(() -> new Rejection("it needs the name of what it uses"));
            Statement imported;
            if (lemma) {
                imported = setting.lemmas.get(label);
                if (imported == null) throw new Rejection("there is no lemma called " + label);
                Checker.unfit(imported).ifPresent(why -> {
                    throw new Rejection("the lemma " + label + " is not well formed: " + why.message());
                });
                setting.lemmasUsed.add(label);
            } else {
                Theorem theorem = setting.theorems.get(label);
                if (theorem == null) throw new Rejection("no theorem called " + label + " has been proved before");
                imported = theorem.statement();
                setting.lemmasUsed.addAll(theorem.lemmas());
            }
            return new Instance(setting, imported, lemma).check();
        }
    }

    private record Instance(Setting setting, Statement imported, boolean lemma) {
        Set<String> check() {
            Facts facts = setting.facts(imported.hypotheses().size());
            Facts always = setting.alwaysFacts(imported.hypotheses().size());
            Signature ours = setting.statement.signature();
            Motion motions = new Motion(ours);
            List<Declaration> own = new ArrayList<>();
            for (Declaration declaration : imported.signature().declarations())
                if (!ours.declarations().contains(declaration) || given(declaration)) own.add(declaration);
            Arguments given = new Arguments(setting);
            for (Declaration declaration : own) {
                switch (declaration) {
                    case Declaration.Parameter(String name, List<Range> indices, Sort sort, List<Declaration.Bound> bounds) -> {
                        Term value = given.take(name, indices, sort).value();
                        if (!motions.constant(value)) requireOneTime(name, own, value);
                    }
                    case Declaration.Variable(String name, List<Range> indices, Sort sort, Declaration.Motion motion)
                            when imported.signature().flow(name).isEmpty() -> {
                        Arguments.Taken taken = given.take(name, indices, sort);
                        if (motion == Declaration.Motion.MOVING) requireMotion(name, own, taken.value(), taken.within(always));
                        else if (!motions.constant(taken.value())) requireOneTime(name, own, taken.value());
                    }
                    default -> { }
                }
            }
            given.requireNoOthers();
            Substitution instance = given.substitution();
            for (Declaration declaration : own) if (!open(declaration)) requireAlike(declaration, new Alike(imported.signature(), instance, ours), motions);
            requireShared(own, given.changed());
            requireMembers(own, instance);
            for (Formula bound : new Signature(own.stream().filter(Declaration.Parameter.class::isInstance).toList()).parameterFacts()) {
                Formula wanted = Formula.substitute(instance, bound);
                if (!bounded(wanted, facts)) throw new Rejection("the bound " + wanted + " is not known to hold");
            }
            Set<String> now = new TreeSet<>();
            if (setting.premises.size() < imported.hypotheses().size())
                throw new Rejection("it has " + imported.hypotheses().size() + " hypotheses and needs as many premises");
            for (int i = 0; i < imported.hypotheses().size(); i++) now.addAll(discharge(imported.hypotheses().get(i), i, instance, own, facts, always));
            for (int i = imported.hypotheses().size(); i < setting.premises.size(); i++) now.addAll(setting.premises.get(i).now());
            Formula conclusion = Formula.substitute(instance, unfold(imported.conclusion(), own));
            wellFormed(conclusion);
            if (!setting.equivalent(conclusion, setting.conclusion(), facts))
                throw new Rejection("it shows  " + conclusion + "  rather than  " + setting.conclusion());
            return now;
        }

        private boolean open(Declaration declaration) {
            return declaration instanceof Declaration.Definition || declaration instanceof Declaration.Parameter
                    || declaration instanceof Declaration.Variable variable && imported.signature().flow(variable.name()).isEmpty();
        }

        private void requireAlike(Declaration declaration, Alike alike, Motion motions) {
            if (alike.same(declaration)) return;
            // What holds for every smooth function holds for the one that this statement defines.
            boolean defined = declaration instanceof Declaration.Function function && function.body().isEmpty()
                    && setting.statement.signature().find(function.name()).orElse(null) instanceof Declaration.Function here && here.body().isPresent()
                    && alike.sameSorts(function, here) && (!function.smooth() || Continuity.polynomial(here.body().get().term()))
                    && motions.constant(here.body().get());
            if (!defined) throw new Rejection("it declares " + declaration.name() + ", which this statement does not declare alike");
        }

        /** What both statements declare alike may be given another value all the same. */
        private boolean given(Declaration declaration) {
            return (declaration instanceof Declaration.Parameter || declaration instanceof Declaration.Variable)
                    && imported.signature().flow(declaration.name()).isEmpty()
                    && setting.step.arguments().keySet().stream().anyMatch(key -> Certificate.named(key).equals(declaration.name()));
        }

        /** That the instance means here what it means there: nothing declared is hidden by a bound name. */
        private void wellFormed(Formula formula) {
            new WellFormed(setting.statement.signature(), List.of()).within(setting.step.fixed()).check(formula);
        }

        /** By arithmetic and known signs, or as one of the further premises. */
        private boolean bounded(Formula bound, Facts facts) {
            for (int i = imported.hypotheses().size(); i < setting.premises.size(); i++)
                if (Alpha.same(bound, setting.premise(i))) return true;
            return setting.known(bound, facts);
        }

        /** Members that the imported statement mentions exist in it: beyond the declared range it says nothing of them. */
        private void requireMembers(List<Declaration> own, Substitution instance) {
            if (instance.families().isEmpty()) return;
            Facts there = Facts.of(IndexFacts.NONE);
            for (Formula fact : imported.signature().parameterFacts()) there = there.with(-1, fact);
            Members members = new Members(imported.signature(), instance.families().keySet());
            for (Formula formula : spokenOf(own)) members.require(unfold(formula, imported.signature().declarations()), there);
        }

        private List<Formula> spokenOf(List<Declaration> own) {
            List<Formula> formulas = new ArrayList<>(List.of(unfold(imported.conclusion(), own)));
            imported.hypotheses().forEach(hypothesis -> formulas.add(unfold(hypothesis.formula(), own)));
            return formulas;
        }

        private void requireOneTime(String name, List<Declaration> own, Term value) {
            boolean others = imported.hypotheses().stream().anyMatch(hypothesis -> hypothesis.when() != Hypothesis.When.NOW
                    && Formula.freeNames(unfold(hypothesis.formula(), own)).contains(name));
            if (others || spokenOf(own).stream().anyMatch(formula -> Motion.underRate(name, formula) || Motion.ofStart(name, formula)))
                throw new Rejection("the term " + value + " moves, and what is imported speaks of " + name + " at more than one time");
        }

        private void requireMotion(String name, List<Declaration> own, Term value, Facts always) {
            Continuity continuity = new Continuity(setting.statement.signature(), always);
            Term primitive = setting.primitive(value, always);
            if (!continuity.continuous(primitive))
                throw new Rejection("the term " + value + " for " + name + " is not known to be continuous in time");
            boolean rate = !lemma || spokenOf(own).stream().anyMatch(formula -> Motion.underRate(name, formula));
            if (rate && !continuity.differentiable(primitive))
                throw new Rejection("the term " + value + " for " + name + " is not known to be differentiable in time");
        }

        /** What both statements declare alike is alike only if what it mentions is, and does not move here alone. */
        private void requireShared(List<Declaration> own, Set<String> changed) {
            Signature ours = setting.statement.signature();
            for (Declaration declaration : own) if (declaration instanceof Declaration.Definition definition) changed.add(definition.name());
            for (Declaration declaration : imported.signature().declarations()) {
                if (own.contains(declaration)) continue;
                for (String mentioned : declaration.mentions())
                    if (changed.contains(mentioned))
                        throw new Rejection("both declare " + declaration.name() + " with " + mentioned + ", which is something else here");
                if (declaration instanceof Declaration.Variable variable && variable.motion() == Declaration.Motion.FIXED
                        && imported.signature().flow(variable.name()).isEmpty() && ours.flow(variable.name()).isPresent()
                        && !Motion.ofOneTime(imported))
                    throw new Rejection(variable.name() + " is fixed in what is imported, which speaks of more than one time, and moves here");
            }
        }

        private Set<String> discharge(Hypothesis hypothesis, int position, Substitution instance, List<Declaration> own, Facts facts, Facts always) {
            Line premise = setting.premises.get(position);
            Formula wanted = Formula.substitute(instance, unfold(hypothesis.formula(), own));
            boolean start = premise.conclusion() instanceof Formula.Initially;
            Formula shown = switch (hypothesis.when()) {
                case NOW -> setting.spoken(premise);
                case ALWAYS -> {
                    if (start || !premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at every time");
                    yield premise.conclusion();
                }
                case INITIALLY -> {
                    if (start) yield ((Formula.Initially) premise.conclusion()).body();
                    if (!premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at the start");
                    yield premise.conclusion();
                }
            };
            wellFormed(wanted);
            // What is known of the present does not help to recognise a formula about other times.
            if (!setting.equivalent(wanted, shown, hypothesis.when() == Hypothesis.When.NOW ? facts : always))
                throw new Rejection("the hypothesis " + hypothesis.name() + " is  " + wanted + ", but premise " + premise.step().number() + " shows  " + shown);
            return hypothesis.when() == Hypothesis.When.NOW ? premise.now() : Set.of();
        }

        /** Writes out the definitions that only the imported statement has. */
        private static Formula unfold(Formula formula, List<Declaration> own) {
            return Signature.unfold(formula, own.stream().filter(Declaration.Definition.class::isInstance).map(Declaration.Definition.class::cast).toList());
        }
    }
}
