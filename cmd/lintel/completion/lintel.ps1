# Completion of lintel in PowerShell: lintel completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName lintel -ScriptBlock {
    param($word, $line, $position)
    $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($word -and -not $word.StartsWith('-')) {
        $typed = @($typed | Select-Object -SkipLast 1)
    }
    & lintel @typed --generate-bash-completion 2>$null |
        Where-Object { $_ -like "$word*" } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
