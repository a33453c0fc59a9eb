// What a run depends on besides its program: arguments, input, sizes, schedule.
import type { WorkOptions } from "../../session/playground.ts";

interface OptionsPanelProps {
	readonly options: WorkOptions;
	readonly onChange: (options: WorkOptions) => void;
}

const CAPACITIES = [1, 4, 8, 16, 64, 4_096, 65_536];
const STEPS = [100_000, 1_000_000, 10_000_000];
const SCHEDULES = {
	"round-robin": "in turn, by system call",
	"run-to-block": "one until it waits",
	random: "by chance",
} as const;

export function OptionsPanel({ options, onChange }: OptionsPanelProps) {
	const set = (change: Partial<WorkOptions>): void => onChange({ ...options, ...change });
	const capacity = options.limits["pipe-capacity"];
	return (
		<div className="options">
			<label className="wide">
				Arguments
				<input
					type="text"
					value={options.args}
					maxLength={4000}
					spellCheck={false}
					onChange={(event) => set({ args: event.currentTarget.value })}
				/>
			</label>
			<label className="wide">
				Standard input
				<textarea
					rows={2}
					value={options.stdin}
					maxLength={65_536}
					spellCheck={false}
					onChange={(event) => set({ stdin: event.currentTarget.value })}
				/>
			</label>
			<label className="check">
				<input
					type="checkbox"
					checked={options.typing}
					onChange={(event) => set({ typing: event.currentTarget.checked })}
				/>
				I type more while it runs
			</label>
			<label className="check">
				<input
					type="checkbox"
					checked={options.terminal}
					onChange={(event) => set({ terminal: event.currentTarget.checked })}
				/>
				Output is a terminal
			</label>
			<label>
				Sizes
				<select
					value={options.profile}
					onChange={(event) =>
						set({ profile: event.currentTarget.value as WorkOptions["profile"], limits: {} })
					}
				>
					<option value="lesson">small, to be seen</option>
					<option value="linux">as on Linux</option>
				</select>
			</label>
			<label>
				A pipe holds
				<select
					value={capacity ?? ""}
					onChange={(event) => {
						const { "pipe-capacity": _, ...rest } = options.limits;
						const value = Number(event.currentTarget.value);
						set({ limits: value === 0 ? rest : { ...rest, "pipe-capacity": value } });
					}}
				>
					<option value="">{options.profile === "linux" ? "16 pages" : "16 bytes"}</option>
					{[...new Set(capacity === undefined ? CAPACITIES : [...CAPACITIES, capacity])].map((bytes) => (
						<option key={bytes} value={bytes}>
							{bytes} {bytes === 1 ? "byte" : "bytes"}
						</option>
					))}
				</select>
			</label>
			<label>
				Who runs
				<select
					value={options.schedule}
					onChange={(event) => set({ schedule: event.currentTarget.value as WorkOptions["schedule"] })}
				>
					{Object.entries(SCHEDULES).map(([value, label]) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</select>
			</label>
			{options.schedule === "random" && (
				<label>
					Seed
					<input
						type="number"
						min={0}
						max={0x7fff_ffff}
						value={options.seed}
						onChange={(event) => {
							const seed = Math.trunc(Number(event.currentTarget.value));
							if (seed >= 0 && seed <= 0x7fff_ffff) set({ seed });
						}}
					/>
				</label>
			)}
			<label>
				At most
				<select
					value={options.maxSteps}
					onChange={(event) => set({ maxSteps: Number(event.currentTarget.value) })}
				>
					{[...new Set([...STEPS, options.maxSteps])].map((steps) => (
						<option key={steps} value={steps}>
							{steps.toLocaleString("en-GB")} steps
						</option>
					))}
				</select>
			</label>
		</div>
	);
}
