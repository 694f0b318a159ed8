Lemma at_start t : t = t_start -> time t. Proof. intros ->. exact start_inside. Qed.
(* ---- what holds along a motion ---- *)
Lemma isD_rate X t : (exists V, isD X t V) -> isD X t (D X t).
Proof. intros [V H]. rewrite (isD_eq X t V H). exact H. Qed.
Lemma near (t : R) (P : R -> Prop) : time t -> (forall v, time v -> P v) -> locally t P.
Proof.
  intros [H1 H2] H. assert (E : 0 < Rmin (t - t_begin) (t_end - t)) by (apply Rmin_pos; lra).
  exists (mkposreal _ E). intros v Hv. apply H. unfold ball in Hv. simpl in Hv. unfold AbsRing_ball, abs, minus, plus, opp in Hv. simpl in Hv.
  apply Rabs_def2 in Hv. pose proof (Rmin_l (t - t_begin) (t_end - t)). pose proof (Rmin_r (t - t_begin) (t_end - t)). split; lra.
Qed.
Lemma Derive_same (f g : R -> R) t : time t -> (forall v, time v -> f v = g v) -> Derive f t = Derive g t.
Proof. intros Ht H. apply Derive_ext_loc. apply near; assumption. Qed.
Lemma D_same (X Y : R -> mat) t : time t -> (forall v, time v -> X v = Y v) -> D X t = D Y t.
Proof. intros Ht H. apply mext; intros i j. rewrite !D_at. apply Derive_same; [exact Ht|]. intros v Hv. rewrite (H v Hv). reflexivity. Qed.
