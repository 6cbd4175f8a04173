# Completion of lintel in bash: source <(lintel completion bash)
_lintel() {
	local word="${COMP_WORDS[COMP_CWORD]}" words match
	local typed=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
	[[ "$word" != -* ]] || typed+=("$word")
	words="$(lintel "${typed[@]}" --generate-bash-completion 2>/dev/null)"
	COMPREPLY=()
	while IFS= read -r match; do
		COMPREPLY+=("$match")
	done < <(compgen -W "$words" -- "$word")
}
complete -o bashdefault -o default -F _lintel lintel
