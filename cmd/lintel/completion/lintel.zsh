#compdef lintel
# Completion of lintel in zsh: source <(lintel completion zsh), or put this as _lintel into a folder of $fpath.
_lintel() {
	local word="${words[CURRENT]}"
	local -a typed found
	typed=("${(@)words[2,CURRENT-1]}")
	[[ "$word" != -* ]] || typed+=("$word")
	found=("${(@f)$(_CLI_ZSH_AUTOCOMPLETE_HACK=1 lintel "${typed[@]}" --generate-bash-completion 2>/dev/null)}")
	if [[ -n "${found[1]}" ]]; then
		_describe 'words' found
	else
		_files
	fi
}
if [[ "$funcstack[1]" == _lintel ]]; then
	_lintel "$@"
else
	compdef _lintel lintel
fi
